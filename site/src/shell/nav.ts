/** The handbook's rooms, in the order a rep needs them. */
export const rooms = [
  { name: "Plays", path: "/playbooks/" },
  { name: "Check", path: "/check/" },
  { name: "Principles", path: "/principles/" },
  { name: "Rules", path: "/rules/" },
  { name: "Format", path: "/format/" },
] as const;
