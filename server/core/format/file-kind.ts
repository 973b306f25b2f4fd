/** The files that this format knows. */
export type FileKind = "playbook" | "config" | "assets" | "approval";

/** Which of the files a name belongs to, by how it ends. Undefined for a file that is none of ours. */
export function kindOfFile(name: string): FileKind | undefined {
  if (/\.playbook\.ya?ml$/i.test(name)) return "playbook";
  if (/(^|[\\/])cadence\.config\.ya?ml$/i.test(name)) return "config";
  if (/(^|[\\/])cadence\.assets\.ya?ml$/i.test(name)) return "assets";
  if (/\.approval\.yaml$/i.test(name)) return "approval";
  return undefined;
}
