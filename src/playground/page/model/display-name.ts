import type { APIUser } from "discord-api-types/v10";

/** What somebody is called. */
export function displayName(user: Pick<APIUser, "global_name" | "username">): string {
  return user.global_name ?? user.username;
}
