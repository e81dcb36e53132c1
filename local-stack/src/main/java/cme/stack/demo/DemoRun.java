package cme.stack.demo;

import cme.stack.LocalStack;
import cme.stack.client.Answer;
import cme.stack.client.Api;
import cme.stack.demo.Surgeon.Program;
import cme.stack.process.StackFailure;
import cme.stack.service.Service;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.PrintStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One run of the demo.
final class DemoRun {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final String LIFELONG_LEARNING =
            "{\"purpose\": \"LIFELONG_LEARNING\", \"from\": \"%s\"}";

    private static final String CYCLE_COLUMNS = "diplomateId,ruleSet,cycleStartYear,certifiedOn\n";

    private final LocalStack stack;
    private final PrintStream out;
    private final LocalDate today = LocalDate.now(ZONE);

    DemoRun(LocalStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    /// @throws StackFailure when a service refuses something that it should not
    void run() {
        var surgeons = MadeUpBoard.of(today.getYear());
        var meetings = Meeting.upTo(today);
        offer(meetings);
        enrol(surgeons);
        var rosters = attend(meetings, surgeons);
        var arrival = new StatusArrival(board(Service.COMPLIANCE), out);
        say("The board and the societies enter %d notable people", Notable.values().length);
        var notable = new NotableRun(stack, new DemoDays(today));
        notable.run();
        var statuses =
                arrival.await(
                        surgeons.stream().map(Surgeon::diplomateId).toList(), completions(rosters));
        var people = new DemoPeople(stack, today);
        people.write(arrival);
        notable.finish();
        new DemoReport(stack, out).print(surgeons, statuses, rosters, people.list());
    }

    private Api board(Service service) {
        return new Api(stack.service(service).baseUrl(), stack.tokens()::board);
    }

    private Api society(String provider) {
        var credit = stack.service(Service.CREDIT).baseUrl();
        return new Api(credit, () -> stack.tokens().society(provider));
    }

    private void offer(List<Meeting> meetings) {
        say(
                "The board enters %d meetings and courses in the catalog",
                meetings.size() + TracerCourse.ALL.size());
        var board = board(Service.CATALOG);
        for (var meeting : meetings) {
            enter(board, "/v1/activities/" + meeting.code(), meeting.json());
            approveOnce(board, meeting.code(), LIFELONG_LEARNING.formatted(meeting.on()));
        }
        for (var course : TracerCourse.ALL) {
            enter(board, "/v1/activities/" + course.code(), course.json());
            approveOnce(board, course.code(), course.approval(today));
        }
    }

    /// Records that already exist in another state are left alone: the demo may run again on its
    /// data.
    static Answer enter(Api board, String path, String json) {
        return board.put(path, json).expect(200, 201, 428);
    }

    static void approveOnce(Api board, String code, String approval) {
        if (board.get("/v1/activities/" + code).body().path("approvals").isEmpty()) {
            board.post("/v1/activities/" + code + "/approvals", approval).expect(200, 201);
        }
    }

    private void enrol(List<Surgeon> surgeons) {
        say("The board enters %d diplomates: identities, cycles, tracers", surgeons.size());
        var identities = new StringBuilder("diplomateId,npi,givenName,familyName,birthMonthDay\n");
        var former = new StringBuilder(CYCLE_COLUMNS);
        var cycles = new StringBuilder(CYCLE_COLUMNS);
        for (var s : surgeons) {
            identities.append(
                    String.join(
                            ",",
                            s.diplomateId(),
                            s.npi(),
                            s.givenName(),
                            s.familyName(),
                            s.birthMonthDay() + "\n"));
            if (s.program() == Program.RENEWED_FOR_FIVE_YEARS) {
                former.append(cycle(s, Program.TEN_YEARS, s.cycleStartYear() - 10));
            }
            cycles.append(cycle(s, s.program(), s.cycleStartYear()));
        }
        load(board(Service.CREDIT), "/v1/identities/imports", identities.toString());
        var board = board(Service.COMPLIANCE);
        load(board, "/v1/diplomates/imports", former.toString());
        load(board, "/v1/diplomates/imports", cycles.toString());
        new BoardRecords(board, today).enter(surgeons);
    }

    static void load(Api board, String path, String csv) {
        var imported = board.post(path, "text/csv", csv).expect(200, 201).body();
        if (imported.path("rejected").asInt() > 0) {
            throw new StackFailure("Rows were rejected: " + imported);
        }
    }

    private static String cycle(Surgeon surgeon, Program program, int startYear) {
        return "%s,%s,%d,%s\n"
                .formatted(
                        surgeon.diplomateId(), program.ruleSet(), startYear, surgeon.certifiedOn());
    }

    private Map<String, JsonNode> attend(List<Meeting> meetings, List<Surgeon> surgeons) {
        var rosters = new LinkedHashMap<String, JsonNode>();
        for (var meeting : meetings) {
            post(rosters, meeting.provider(), meeting.code(), Attendance.csv(meeting, surgeons));
        }
        for (var course : TracerCourse.ALL) {
            post(rosters, course.provider(), course.code(), course.csv(surgeons, today));
        }
        return rosters;
    }

    private void post(Map<String, JsonNode> rosters, String provider, String code, String csv) {
        var answer = RosterPosting.post(society(provider), code, csv);
        rosters.put(code, answer);
        say(
                "%s posts %s: %d rows, %d recorded",
                provider, code, answer.path("rows").asInt(), answer.path("recorded").asInt());
    }

    /// The number of different completions that the rosters recorded, in this run or an earlier
    /// one.
    private static int completions(Map<String, JsonNode> rosters) {
        var ids = new HashSet<String>();
        for (var roster : rosters.values()) {
            ids.addAll(roster.path("results").findValuesAsText("completion"));
        }
        ids.remove("null");
        return ids.size();
    }

    private void say(String format, Object... values) {
        out.println("  " + format.formatted(values));
    }
}
