package cme.credit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Valid requests of every operation, and ways to break them.
final class BrokenRequests {
    private static final String[] VALUES = {
        "null",
        "true",
        "-1",
        "0",
        "1e999999999",
        "1e-999999999",
        "99999999999999999999999999",
        "0.1",
        "\"\"",
        "\" \"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"\\udfff\\ud83d\"",
        "\"😀\"",
        "[]",
        "{}",
        "[[[[[[]]]]]]",
        "\"2026-02-30\"",
        "\"9999999-01-01\"",
        "\"-0001-01-01\"",
        "\"' or 1=1 --\"",
        "\"%s%n\"",
        "\"../../etc/passwd\"",
        "\"012345\"",
        "\"" + "x".repeat(5_000) + "\"",
        "1.250",
        "\"1,25\"",
        "\"NaN\""
    };
    private static final String[] QUERIES = {
        "?limit=0",
        "?limit=abc",
        "?cursor=AAAA",
        "?cursor=MjAyNi0wMS0wMR94",
        "?from=2026-13-01",
        "?outcome=x",
        "?dryRun=perhaps",
        "?dryRun=true",
        "?externalId=%00",
        "?externalId=" + "x".repeat(300),
        "?diplomate=%ED%A0%80",
        "?x=1",
        "?window=2023-12-02..2026-12-01",
        "?window=2023-12-02..x&window=",
        "?limit=5&limit=6",
        "?externalId=FUZZ-2",
        "?status=WITHDRAWN",
        "?from=-999999999-01-01",
        "?to=%2B999999999-12-31"
    };

    private BrokenRequests() {}

    record Template(String method, String path, String type, String body) {
        String mutatedPath(Random random) {
            String mutated = path;
            if (random.nextInt(4) == 0) {
                mutated = mutated.replaceAll("\\?.*", "") + QUERIES[random.nextInt(QUERIES.length)];
            }
            if (random.nextInt(12) == 0) {
                mutated = mutated.replaceFirst("[0-9a-f]{8}-", "zz");
            }
            return mutated;
        }

        byte[] mutatedBody(Random random) {
            String mutated = body;
            if (type.contains("json") && random.nextInt(3) > 0) {
                mutated = withOtherValue(mutated, random);
            }
            if (random.nextInt(3) == 0) {
                mutated = mutated.replaceAll("FUZZ-[0-9]*", "FUZZ-" + random.nextInt(40));
            }
            byte[] bytes = mutated.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0 && random.nextInt(3) == 0) {
                spoil(bytes, random);
            }
            return random.nextInt(20) == 0
                    ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
                    : bytes;
        }

        private static String withOtherValue(String json, Random random) {
            String[] parts = json.split("(?<=:)");
            int at = 1 + random.nextInt(Math.max(parts.length - 1, 1));
            if (at < parts.length) {
                String value = VALUES[random.nextInt(VALUES.length)];
                parts[at] =
                        java.util.regex.Pattern.compile("^(\"[^\"]*\"|[^,}\\]]*)")
                                .matcher(parts[at])
                                .replaceFirst(java.util.regex.Matcher.quoteReplacement(value));
            }
            return String.join("", parts);
        }

        private static void spoil(byte[] bytes, Random random) {
            for (int i = 0; i <= random.nextInt(4); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
    }

    static List<Template> templates(String completion, String roster) {
        String json = "application/json";
        String one = Ledger.completion("FUZZ-1", "1").replace("\n", "");
        String correction =
                "{\"activity\":\"ASPS-VTE-PREVENTION\",\"completedOn\":\"2026-10-04\",\"credits\":1.25,\"reason\":\"Left early\"}";
        String identity = Callers.sample("identities.csv");
        return List.of(
                new Template("POST", "/v1/completions", json, one),
                new Template(
                        "POST",
                        "/v1/identities/FUZZ-1/merge",
                        json,
                        "{\"into\":\"FUZZ-2\",\"reason\":\"Same\"}"),
                new Template(
                        "POST",
                        "/v1/identities/FUZZ-1/merge/withdrawal",
                        json,
                        "{\"reason\":\"Not the same\"}"),
                new Template("GET", "/v1/identities/FUZZ-1/merge", json, ""),
                new Template(
                        "PUT",
                        "/v1/completions/" + completion,
                        json,
                        "{\"diplomateId\":\"012346\",\"familyName\":\"Okafor\",\"title\":\"x\",\"completedOn\":\"2026-10-04\",\"credits\":1,\"reason\":\"Another\"}"),
                new Template("GET", "/v1/completions?diplomate=012345", json, ""),
                new Template("GET", "/v1/completions/" + completion, json, ""),
                new Template("GET", "/v1/completions/" + completion + "/revisions", json, ""),
                new Template("PUT", "/v1/completions/" + completion, json, correction),
                new Template(
                        "POST",
                        "/v1/completions/" + completion + "/withdrawal",
                        json,
                        "{\"reason\":\"x\"}"),
                new Template(
                        "POST",
                        "/v1/rosters",
                        json,
                        "{\"externalId\":\"FUZZ-1\",\"credits\":1,\"rows\":["
                                + one
                                + ","
                                + one
                                + "]}"),
                new Template(
                        "POST",
                        "/v1/rosters?externalId=FUZZ-1",
                        "application/x-ndjson",
                        one + "\n" + one + "\n"),
                new Template(
                        "POST",
                        "/v1/rosters?externalId=FUZZ-1",
                        "text/csv",
                        Callers.sample("roster.csv").replace("ASPS-2026-1", "FUZZ-1")),
                new Template(
                        "POST",
                        "/v1/rosters?externalId=FUZZ-1",
                        "application/xml",
                        Callers.sample("activity-report.xml").replace("88211", "FUZZ-1")),
                new Template(
                        "POST",
                        "/v1/rosters?form=pars&externalId=FUZZ-1",
                        "text/tab-separated-values",
                        Callers.sample("pars.txt")),
                new Template(
                        "POST",
                        "/v1/rosters?form=pars&externalId=FUZZ-1",
                        json,
                        Callers.sample("pars.json")),
                new Template("GET", "/v1/rosters/" + roster, json, ""),
                new Template("GET", "/v1/rosters/" + roster + "/rows", json, ""),
                new Template(
                        "POST",
                        "/v1/rosters/" + roster + "/withdrawal",
                        json,
                        "{\"reason\":\"x\"}"),
                new Template(
                        "PUT",
                        "/v1/identities/FUZZ-1",
                        json,
                        "{\"npi\":\"1090123450\",\"givenName\":\"A\",\"familyName\":\"Lopez\",\"birthMonthDay\":\"01-01\"}"),
                new Template("GET", "/v1/identities/FUZZ-1", json, ""),
                new Template("GET", "/v1/completion-changes?after=latest&limit=2", json, ""),
                new Template(
                        "PUT",
                        "/v1/completion-webhooks/fuzz",
                        json,
                        "{\"url\":\"https://receiver.invalid/\",\"types\":[\"cme.credit.completion.recorded\"]}"),
                new Template("GET", "/v1/completion-webhooks/fuzz/deliveries", json, ""),
                new Template(
                        "POST",
                        "/v1/identities/match",
                        json,
                        "{\"npi\":\"1090123450\",\"familyName\":\"Lopez\",\"birthMonthDay\":\"01-01\"}"),
                new Template(
                        "POST",
                        "/v1/identities/imports",
                        "text/csv",
                        identity.replace("012345", "FUZZ-1")),
                new Template(
                        "POST",
                        "/v1/identities/imports",
                        json,
                        "[{\"diplomateId\":\"FUZZ-1\",\"familyName\":\"Ito\"}]"),
                new Template("GET", "/v1/held-rows", json, ""),
                new Template(
                        "POST",
                        "/v1/held-rows/" + completion + "/resolution",
                        json,
                        "{\"diplomateId\":\"012345\"}"),
                new Template("GET", "/v1/transcripts/012345", json, ""));
    }
}
