import { describe, expect, it } from "vitest";
import type { Overwrite } from "../../../src/playground/options.ts";
import { ALL_PERMISSIONS, holds, permissionsIn } from "../../../src/playground/permissions.ts";
import { addEveryone, addRole, addTextChannel, addUser, setOverwrite } from "../../../src/playground/populate.ts";
import { World } from "../../../src/playground/world.ts";

const ALL: Overwrite = { allow: ["ManageMessages"] };

function makeWorld(): World {
  const world = new World("Club", () => 1_700_000_000_000);
  addEveryone(world);
  world.ownerId = addUser(world, "owner").id;
  const role = addRole(world, "reader", { permissions: ["ManageMessages"] });
  addUser(world, "carol", { roles: [role.id] });
  addTextChannel(world, "general");
  return world;
}

function mayIn(world: World, name: string, permission: "ManageMessages" | "SendMessages" | "ViewChannel"): boolean {
  return holds(permissionsIn(world, world.user(name).id, world.channel("general")), permission);
}

describe("permissionsIn()", () => {
  it("adds up what everybody and one's roles may", () => {
    const world = makeWorld();
    expect(mayIn(world, "carol", "ManageMessages")).toBe(true);
    expect(mayIn(world, "carol", "SendMessages")).toBe(true);
  });

  it("gives the owner everything, whatever a channel says", () => {
    const world = makeWorld();
    setOverwrite(world, "general", "@everyone", { deny: ["ViewChannel"] });
    expect(permissionsIn(world, world.ownerId, world.channel("general"))).toBe(ALL_PERMISSIONS);
  });

  it("gives an administrator everything", () => {
    const world = makeWorld();
    const admin = addRole(world, "admin", { permissions: ["Administrator"] });
    const user = addUser(world, "dan", { roles: [admin.id] });
    expect(permissionsIn(world, user.id, world.channel("general"))).toBe(ALL_PERMISSIONS);
  });

  it.each<[string, [subject: string, overwrite: Overwrite][], boolean]>([
    ["a denial for everyone", [["@everyone", { deny: ["ManageMessages"] }]], false],
    [
      "a role over everyone",
      [
        ["@everyone", { deny: ["ManageMessages"] }],
        ["reader", ALL],
      ],
      true,
    ],
    [
      "the member over a role",
      [
        ["reader", ALL],
        ["carol", { deny: ["ManageMessages"] }],
      ],
      false,
    ],
    [
      "the last overwrite of one subject",
      [
        ["carol", { deny: ["ManageMessages"] }],
        ["carol", {}],
      ],
      true,
    ],
  ])("lets win %s", (_, overwrites, isAllowed) => {
    const world = makeWorld();
    for (const [subject, overwrite] of overwrites) setOverwrite(world, "general", subject, overwrite);
    expect(mayIn(world, "carol", "ManageMessages")).toBe(isAllowed);
  });

  it("lets nobody do anything in a channel that they do not see", () => {
    const world = makeWorld();
    setOverwrite(world, "general", "carol", { deny: ["ViewChannel"] });
    expect(permissionsIn(world, world.user("carol").id, world.channel("general"))).toBe(0n);
  });

  it("gives a stranger nothing", () => {
    const world = makeWorld();
    expect(permissionsIn(world, "1", world.channel("general"))).toBe(0n);
  });
});
