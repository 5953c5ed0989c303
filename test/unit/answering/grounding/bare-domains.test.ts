import { expect, test } from "vitest";
import { domainsIn } from "../../../../src/answering/grounding/bare-domains.ts";

test.each([
  ["Visit evil.com.", ["evil.com"]],
  ["Visit Evil.COM now", ["Evil.COM"]],
  ["Visit evil.com²", ["evil.com"]],
  ["Visit еvil.com", ["еvil.com"]],
  ["Visit evil[.]com or evil(.)org", ["evil[.]com", "evil(.)org"]],
  ["Visit bells.co.example", ["bells.co.example"]],
  ["fast.ai rings", ["fast.ai"]],
  ["访问evil.com吧", ["访问evil.com"]],
])("%j names %j", (text, domains) => {
  expect(domainsIn(text)).toEqual(domains);
});

test.each(["Node.js", "It rings. Me too.", "v1.5.1", "e.g. this", "config.devices", "i.e. io", "evil.company"])(
  "%j names none",
  (text) => {
    expect(domainsIn(text)).toEqual([]);
  },
);
