/**
 * How the desk application is packed. Only what it needs goes in: bundles, pages, the demo ward; no server, no sources,
 * no Node (an optional dependency of the project, 188 MB, that would otherwise be taken along).
 */
export default {
  appId: 'vn.gov.motcua.desk',
  productName: 'MotCua',
  executableName: 'mot-cua',
  // The version stands in every name: updates by difference need it.
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  directories: { output: 'out/packed', buildResources: 'build/icons' },
  files: [
    'out/electron/**',
    'out/renderer/**',
    'build/demo/**',
    'package.json',
    '!server/**',
    '!node_modules/**',
    '!**/*.map',
  ],
  asar: true,
  npmRebuild: false,
  electronLanguages: ['vi', 'en-US'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: {
    target: ['deb', 'zip', 'AppImage'],
    category: 'Office',
    synopsis: 'Một Cửa: reception desk of a ward',
    maintainer: 'Một Cửa <support@motcua.invalid>',
    syncDesktopName: true,
  },
  deb: { depends: ['libgtk-3-0', 'libnss3', 'libxss1', 'libasound2', 'cups-client'] },
  win: { target: ['nsis', 'zip'] },
  nsis: { oneClick: false, perMachine: true, differentialPackage: true },
};
