package cme.test.fuzz;

import cme.stack.demo.SampleWorkbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Sends spoilt files in every form to the imports of a service. Whatever is sent: no failure of
/// the service, an answer of bounded size, and each row that was read in exactly one outcome.
///
/// `-Dfuzz.mutants=20000` for a long run, `-Dfuzz.seed=...` for other files. What fails is kept
/// under `target/fuzz`.
public final class FormFuzz {
    private static final int MUTANTS = Integer.getInteger("fuzz.mutants", 400);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_129);

    private static final int CLIENTS = 4;
    private static final int MAX_ANSWER = 4 * 1024 * 1024;
    private static final int MAX_FAILURES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Events have types such as `cme.credit.completion.recorded`; names of classes have capitals.
    private static final Pattern LEAK =
            Pattern.compile("Exception|cme\\.[a-z.]+\\.[A-Z]|\\bselect |\\bat java\\.");

    private static final Set<String> NO_COUNTS = Set.of("rows", "moreRejected");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;
    private final List<Sample> samples = new ArrayList<>();

    /// A valid file.
    ///
    /// @param path with a query
    private record Sample(String path, String type, byte[] content) {}

    /// @param token of a caller who may import
    public FormFuzz(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    public FormFuzz with(String path, String type, byte[] content) {
        samples.add(new Sample(path, type, content));
        return this;
    }

    public FormFuzz with(String path, String type, String content, Charset charset) {
        return with(path, type, content.getBytes(charset));
    }

    public FormFuzz with(String path, String type, String content) {
        return with(path, type, content, StandardCharsets.UTF_8);
    }

    /// Adds a table in the forms in which people have it: with commas, with semicolons, with tabs
    /// in UTF-16, as a workbook.
    ///
    /// @param csv with commas that separate and no others
    public FormFuzz withTable(String path, String csv) {
        String tabs = csv.replace(',', '\t');
        return with(path, "text/csv", csv)
                .with(path, "text/csv", csv.replace(',', ';'))
                .with(
                        path,
                        "text/tab-separated-values;charset=utf-16",
                        tabs,
                        StandardCharsets.UTF_16)
                .with(
                        path,
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        SampleWorkbook.of(tabs));
    }

    /// Sends each sample as it is, and then the mutants, by several clients at the same time.
    ///
    /// @return what was not answered as it has to be; empty when all is well
    public List<String> failures() throws Exception {
        List<String> failures = new ArrayList<>();
        for (Sample sample : samples) {
            check(sample, sample.content(), false, "sample", failures);
        }
        List<Callable<List<String>>> clients =
                IntStream.range(0, CLIENTS)
                        .<Callable<List<String>>>mapToObj(client -> () -> sendMutants(client))
                        .toList();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<List<String>> answers : threads.invokeAll(clients)) {
                failures.addAll(answers.get());
            }
        }
        return failures;
    }

    private List<String> sendMutants(int client) throws IOException, InterruptedException {
        Random random = new Random(SEED + client);
        Mutator mutator = new Mutator(random);
        List<String> failures = new ArrayList<>();
        for (int i = client; i < MUTANTS && failures.size() < MAX_FAILURES; i += CLIENTS) {
            Sample sample = samples.get(i / CLIENTS % samples.size());
            Sample other = samples.get(random.nextInt(samples.size()));
            byte[] mutant = mutator.mutant(sample.content(), other.content());
            check(sample, mutant, true, "mutant-" + i, failures);
        }
        return failures;
    }

    private void check(
            Sample sample, byte[] body, boolean mayBeRefused, String name, List<String> failures)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve(sample.path()))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", sample.type())
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        String wrong;
        try {
            wrong = wrong(http.send(request, BodyHandlers.ofString()), mayBeRefused);
        } catch (IOException e) {
            wrong = "No answer: " + e;
        }
        if (!wrong.isEmpty()) {
            Path file = kept(name, body);
            failures.add(
                    "%s %s %s: %s"
                            .formatted(sample.path(), sample.type(), file.getFileName(), wrong));
        }
    }

    /// What is wrong with an answer; empty when nothing is.
    private static String wrong(HttpResponse<String> answer, boolean mayBeRefused)
            throws IOException {
        String body = answer.body();
        String start = body.substring(0, Math.min(body.length(), 500));
        int status = answer.statusCode();
        if (status >= 500 || LEAK.matcher(body).find()) {
            return status + " " + start;
        }
        if (body.length() > MAX_ANSWER) {
            return "An answer of " + body.length() + " characters";
        }
        JsonNode json = JSON.readTree(body);
        if (status >= 400) {
            boolean says = json.path("detail").isTextual() || json.path("errors").size() > 0;
            return mayBeRefused && says ? "" : status + " " + start;
        }
        return isAccountedFor(json) ? "" : "Rows are missing or twice: " + start;
    }

    /// True when every row has one outcome, in the counts and in the list.
    private static boolean isAccountedFor(JsonNode answer) {
        int rows = answer.path("rows").asInt();
        int counted =
                answer.properties().stream()
                        .filter(count -> count.getValue().isInt())
                        .filter(count -> !NO_COUNTS.contains(count.getKey()))
                        .mapToInt(count -> count.getValue().asInt())
                        .sum();
        Set<Integer> listed = new HashSet<>();
        boolean isListedOnce = true;
        for (JsonNode result : answer.path("results")) {
            int row = result.path("row").asInt();
            isListedOnce &= row >= 1 && row <= rows && listed.add(row);
        }
        boolean areAllListed =
                rows > 1_000 || listed.size() + answer.path("moreRejected").asInt() == rows;
        return rows == counted && isListedOnce && areAllListed;
    }

    private static Path kept(String name, byte[] body) throws IOException {
        Path folder = Path.of("target", "fuzz");
        Files.createDirectories(folder);
        return Files.write(folder.resolve(name), body);
    }
}
