/** Who acts at a one-stop desk (DOMAIN 4.3), with the name of the role as officials use it. */
export const roleNames = {
  citizen: 'Công dân, tổ chức',
  guide: 'Người hướng dẫn',
  reception: 'Công chức Một cửa',
  specialist: 'Công chức chuyên môn',
  head: 'Trưởng Bộ phận Một cửa',
  leader: 'Lãnh đạo UBND',
  registry: 'Văn thư',
  cashier: 'Kế toán, thu phí',
  admin: 'Quản trị',
  inspector: 'Kiểm tra, thanh tra',
} as const;

/** A role of DOMAIN 4.3. */
export type ActorRole = keyof typeof roleNames;

/** The roles that work on dossiers; who administers or inspects changes none (DOMAIN 4.3). */
export const deskRoles = [
  'reception',
  'specialist',
  'head',
  'leader',
  'registry',
  'cashier',
] as const satisfies readonly ActorRole[];

/** Whether a role works on dossiers: adds to them, prints their papers, answers their filings. */
export function worksOnDossiers(role: ActorRole | undefined): boolean {
  return deskRoles.some((one) => one === role);
}

/** Every role, in the order of DOMAIN 4.3. */
export const actorRoles = Object.keys(roleNames) as readonly ActorRole[] as readonly [
  ActorRole,
  ...ActorRole[],
];
