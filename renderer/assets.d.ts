/** What the bundler can import besides code: style sheets, for their effect or for the names of their classes. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.css' {}
declare module '@fontsource/*' {}
