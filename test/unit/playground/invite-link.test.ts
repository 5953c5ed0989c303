import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { permissionBits } from "../../../src/playground/permissions.ts";
import { INVITED_PERMISSIONS } from "../../../src/playground/populate.ts";

test("the README's invite link asks for the permissions that the bot is tested with", () => {
  const [, asked] = /&permissions=(\d+)/.exec(readFileSync("README.md", "utf8")) ?? [];
  expect(asked).toBe(String(permissionBits(INVITED_PERMISSIONS)));
});
