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
});
