const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EISDIR: "a folder is in the way",
  ENOTDIR: "a file is where a folder should be",
  EEXIST: "a file is where a folder should be",
  ENOENT: "there is no such file or folder",
  EMFILE: "too many files are open",
  EIO: "the disk reports an error",
};

/** @returns Why the system refused, as a clause for people; undefined if the error is not the system's. */
export function explainRefusal(error: unknown): string | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const reason = REASONS[code];
  return reason ? `${reason} (${code})` : code;
}

/** Whether the system says that a file or folder is not there. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === "ENOENT";
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
