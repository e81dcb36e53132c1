package cme.credit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import cme.credit.Callers;
import cme.credit.CatalogEvents;
import cme.test.stack.LocalStackResource;
import cme.test.stack.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// However long a roster is, it is read and judged in little memory: what is alive after a garbage
/// collection is looked at all the while.
///
/// `-Dmemory.rows=100000` for a body of nearly 64 MiB in each form; the build takes a quarter of
/// it.
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class RosterMemoryTest {
    private static final int ROWS = Integer.getInteger("memory.rows", 25_000);
    private static final int ROW_BYTES = 660;
    private static final long LIMIT_MIB = 48;
    private static final String ROSTERS = "/v1/rosters?dryRun=true&externalId=MEMORY";

    /// A roster is read for several seconds. Collecting more often takes longer than the reading.
    private static final long COLLECTED_EVERY_MS = 1_000;

    @Inject CatalogEvents catalog;
    @TestHTTPResource URI base;
    @TempDir Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong mostAlive = new AtomicLong();

    /// A row of each form that is recorded, to be filled with its number and a long title.
    enum Form {
        JSON(
                "application/json",
                "{\"externalId\":\"MEMORY\",\"rows\":[",
                "{\"externalId\":\"row%06d\",\"diplomateId\":\"012345\",\"familyName\":\"Lopez\",\"title\":\"%s\",\"completedOn\":\"2026-10-04\",\"credits\":1},\n",
                "{\"externalId\":\"last\",\"diplomateId\":\"012345\",\"familyName\":\"Lopez\",\"title\":\"t\",\"completedOn\":\"2026-10-04\",\"credits\":1}]}"),
        NDJSON(
                "application/x-ndjson",
                "",
                "{\"externalId\":\"row%06d\",\"diplomateId\":\"012345\",\"familyName\":\"Lopez\",\"title\":\"%s\",\"completedOn\":\"2026-10-04\",\"credits\":1}\n",
                ""),
        CSV(
                "text/csv",
                "externalId,diplomateId,familyName,title,completedOn,credits\n",
                "row%06d,012345,Lopez,%s,2026-10-04,1\n",
                ""),
        XML(
                "application/xml",
                "<ActivityReports xmlns='http://ns.medbiq.org/activityreport/v2/' xmlns:m='http://ns.medbiq.org/member/v2/' xmlns:n='http://ns.medbiq.org/name/v2/' xmlns:h='http://ns.medbiq.org/lom/extend/v1/'>",
                "<ActivityReport><Member><m:UniqueID domain='x:diplomate'>012345</m:UniqueID><m:Name><n:FamilyName>Lopez</n:FamilyName></m:Name></Member><Activity activityID='ASPS-ANNUAL-2026'><Module><Status>Completed</Status><CompletedDateTime>2026-10-04</CompletedDateTime><CreditCertificate><CreditReceived><h:numberOfCredits>1</h:numberOfCredits></CreditReceived><CreditID>row%06d</CreditID></CreditCertificate></Module><ActivityName>%s</ActivityName></Activity></ActivityReport>\n",
                "</ActivityReports>"),
        PARS(
                "text/tab-separated-values",
                "Record ID\tBoard ID\tLast Name\tActivity Title\tCompletion Date\tCME Credits\n",
                "row%06d\t012345\tLopez\t%s\t10/04/2026\t1\n",
                ""),
        PARS_JSON(
                "application/json",
                "{\"ActivityReport\":[",
                PARS_REPORT + ",\n",
                PARS_REPORT.formatted(0, "t") + "]}");

        private final String type;
        private final String head;
        private final String row;
        private final String tail;

        Form(String type, String head, String row, String tail) {
            this.type = type;
            this.head = head;
            this.row = row;
            this.tail = tail;
        }

        boolean isOfPars() {
            return this == PARS || this == PARS_JSON;
        }

        void write(Path file, String diplomate) throws IOException {
            int room = ROW_BYTES - row.length();
            String title = "é".repeat(Math.min(Math.max(room / 2, 1), 290));
            try (Writer writer = Files.newBufferedWriter(file)) {
                writer.write(head);
                // The last row of a JSON array has no comma behind it and is in the tail.
                for (int i = this == JSON || this == PARS_JSON ? 1 : 0; i < ROWS; i++) {
                    writer.write(row.formatted(i, title).replace("012345", diplomate));
                }
                writer.write(tail);
            }
        }
    }

    private static final String PARS_REPORT =
            "{\"Member\":{\"UniqueID\":{\"domain\":\"abps\",\"value\":\"012345\"},\"Name\":{\"FamilyName\":\"Lopez\"}},\"Activity\":{\"Module\":{\"CompletedDateTime\":\"2026-10-04\",\"CreditCertificate\":{\"CreditReceived\":{\"numberOfCredits\":1},\"CreditID\":\"row%06d\"}},\"ActivityName\":\"%s\"}}";

    @BeforeEach
    void theSamplesAreKnown() {
        catalog.publishSamples();
        Callers.putSampleIdentities();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void aLargeRosterIsReadInLittleMemory(Form form) throws Exception {
        assertThat(mostAliveMiB(form, "012345", "\"recorded\":" + ROWS)).isLessThan(LIMIT_MIB);
    }

    @ParameterizedTest
    @EnumSource(value = Form.class, names = "CSV")
    void alsoWhenEveryRowHasToBeAnswered(Form form) throws Exception {
        assertThat(mostAliveMiB(form, "nobody", "\"held\":" + ROWS)).isLessThan(LIMIT_MIB);
    }

    private long mostAliveMiB(Form form, String diplomate, String expected) throws Exception {
        Path file = folder.resolve(form.name());
        form.write(file, diplomate);
        long before = alive();
        String answer;
        try (var sampler = Executors.newSingleThreadScheduledExecutor()) {
            sampler.scheduleWithFixedDelay(
                    () -> mostAlive.accumulateAndGet(alive(), Math::max),
                    0,
                    COLLECTED_EVERY_MS,
                    TimeUnit.MILLISECONDS);
            answer = post(form, file);
            sampler.shutdownNow();
        }
        assertThat(answer).contains(expected);
        long mebibytes = (mostAlive.get() - before) >> 20;
        System.out.printf(
                "%s, %,d rows, %.1f MiB: at most %d MiB more alive%n",
                form, ROWS, Files.size(file) / 1048576.0, mebibytes);
        return mebibytes;
    }

    private static long alive() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// The head of the answer: its results come last.
    private String post(Form form, Path file) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                base.resolve(ROSTERS + (form.isOfPars() ? "&form=pars" : "")))
                        .header("Authorization", "Bearer " + TestTokens.society("ASPS"))
                        .header("Content-Type", form.type)
                        .POST(HttpRequest.BodyPublishers.ofFile(file))
                        .build();
        Path answer = folder.resolve("answer");
        http.send(request, HttpResponse.BodyHandlers.ofFile(answer));
        try (var reader = Files.newBufferedReader(answer)) {
            char[] head = new char[1_000];
            int length = Math.max(reader.read(head), 0);
            return new String(head, 0, length);
        }
    }
}
