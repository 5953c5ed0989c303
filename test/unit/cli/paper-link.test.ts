import { describe, expect, test } from "vitest";
import { paperLink } from "../../../src/domain/paper-link.ts";
import { makePaper } from "../../support/cli-app.ts";

const PAGE = "https://project.example/page";
const CODE = "https://github.com/someone/something";

describe("paperLink()", () => {
  test("takes the code before the project page", () => {
    expect(paperLink(makePaper("T", { links: [PAGE, CODE] }))).toEqual({ url: CODE, label: "code" });
  });

  test("takes the project page where there is no code; a page on github.io is one", () => {
    expect(paperLink(makePaper("T", { links: ["https://someone.github.io/x"] })).label).toBe("project page");
  });

  test("searches arXiv for the display title where there is no link, or none that a browser may open", () => {
    const links = ["javascript:alert(1)", "not an address"];
    expect(paperLink(makePaper("raw", { displayTitle: "A & B: 50% more?", links }))).toEqual({
      url: "https://arxiv.org/search/?query=A+%26+B%3A+50%25+more%3F&searchtype=title",
      label: "search arXiv",
    });
  });

  test("gives an address in which nothing can break out of a line or a markup", () => {
    const { url } = paperLink(makePaper("T", { links: ["https://project.example/<a> b\n\u001B[31m"] }));
    expect(url).toMatch(/^[!-~]+$/);
    expect(url).not.toMatch(/[<>\s]/);
  });

  test.each([
    [
      "https://project.example/a|b[1]^c?q={x|y}`#a[1]#b",
      "https://project.example/a%7Cb%5B1%5D%5Ec?q=%7Bx%7Cy%7D%60#a%5B1%5D%23b",
    ],
    ["https://[2001:db8::1]/a?b=100%&c=%7C", "https://[2001:db8::1]/a?b=100%25&c=%7C"],
    ["https://project.example/~a/(b)?c=d/e?f&g=é#h", "https://project.example/~a/(b)?c=d/e?f&g=%C3%A9#h"],
  ])("gives %s as a URI of RFC 3986", (link, url) => {
    expect(paperLink(makePaper("T", { links: [link] })).url).toBe(url);
  });
});
