// A society's day: post a roster and a single completion, look at what became of them, read an
// activity, a transcript and a status. The compiler checks every path, parameter and field against
// the OpenAPI documents.
import createClient from "openapi-fetch";
import type { components, paths as CatalogPaths } from "./generated/catalog.js";
import type { components as CreditComponents, paths as CreditPaths } from "./generated/credit.js";
import type { paths as CompliancePaths } from "./generated/compliance.js";

type Activity = components["schemas"]["Activity"];
type Problem = CreditComponents["schemas"]["Problem"];

const headers = (token: string) => ({ Authorization: `Bearer ${token}` });

function refused(problem: Problem | undefined): never {
  const violations = problem?.errors?.map((error) => `${error.pointer} ${error.code}`) ?? [];
  throw new Error([problem?.type, problem?.detail, ...violations].join("\n"));
}

export async function postRoster(baseUrl: string, token: string): Promise<string[]> {
  const credit = createClient<CreditPaths>({ baseUrl, headers: headers(token) });
  const { data, error } = await credit.POST("/v1/rosters", {
    params: { query: { dryRun: false } },
    body: {
      externalId: "ASPS-ANNUAL-2026-day2",
      activity: "ASPS-ANNUAL-2026",
      completedOn: "2026-10-12",
      rows: [{ externalId: "17", diplomateId: "012345", familyName: "Lopez", credits: 1.5 }],
    },
  });
  if (!data) {
    return refused(error);
  }
  return (data.results ?? []).map((row) => {
    switch (row.outcome) {
      case "HELD":
        return `row ${row.row} is held as ${row.heldRow}`;
      case "REJECTED":
        return `row ${row.row} is rejected: ${row.errors?.map((e) => e.detail).join(" ")}`;
      default:
        return `row ${row.row}: ${row.outcome}`;
    }
  });
}

export async function readActivity(baseUrl: string, code: string): Promise<Activity> {
  const catalog = createClient<CatalogPaths>({ baseUrl });
  const { data, error } = await catalog.GET("/v1/activities/{code}", { params: { path: { code } } });
  return data ?? refused(error);
}

export async function earnedCredits(baseUrl: string, token: string, diplomateId: string): Promise<number> {
  const credit = createClient<CreditPaths>({ baseUrl, headers: headers(token) });
  const { data, error } = await credit.GET("/v1/transcripts/{diplomateId}", {
    params: { path: { diplomateId }, query: { from: "2026-01-01" } },
  });
  // A transcript is also given as CSV and PDF, which are texts to the types.
  if (!data || typeof data === "string") {
    return refused(error);
  }
  return (data.items ?? []).reduce((sum, item) => sum + (item.credits ?? 0), 0);
}

export async function openFindings(baseUrl: string, token: string, diplomateId: string): Promise<string[]> {
  const compliance = createClient<CompliancePaths>({ baseUrl, headers: headers(token) });
  const { data, error } = await compliance.GET("/v1/diplomates/{diplomateId}/status", {
    params: { path: { diplomateId } },
  });
  if (!data) {
    return refused(error);
  }
  return (data.findings ?? [])
    .filter((finding) => finding.state !== "MET" && finding.state !== "WAIVED")
    .map((finding) => `${finding.title}: ${finding.remaining} until ${finding.deadline}`);
}
