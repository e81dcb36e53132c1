package cme.system.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// All clients: two of each society and of the board, who share some completions, and one who edits
/// the catalog.
final class ConcurrentClients {

    private static final int SHARED = 5;
    private static final int CLIENTS_EACH = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Journal journal;
    private final List<Runnable> steps = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();

    private ConcurrentClients(Journal journal) {
        this.journal = journal;
    }

    /// All actions follow from the seed.
    static ConcurrentClients of(long seed, FaultSystem plant, Journal journal) {
        var random = new Random(seed);
        var catalog =
                new RetryingApi(plant.catalogs().stream().map(plant::board).toList(), journal);
        var crowd = new ConcurrentClients(journal);
        crowd.steps.add(
                new CatalogEditor("e" + seed, catalog, new Random(random.nextLong()), journal));
        var accounts = new ArrayList<PostingAccount>();
        Courses.SOCIETIES.forEach(
                society -> accounts.add(PostingAccount.of(society, plant, journal)));
        accounts.add(PostingAccount.ofBoard(plant, journal));
        for (var account : accounts) {
            var name = "f" + seed + "-" + account.poster().replace("PROVIDER:", "");
            var shared = shared(name, account, new Random(random.nextLong()), journal);
            for (int i = 1; i <= CLIENTS_EACH; i++) {
                var own = account.another(plant, journal);
                crowd.steps.add(
                        new Client(name + i, own, shared, new Random(random.nextLong()), journal));
            }
        }
        return crowd;
    }

    private static List<String> shared(
            String name, PostingAccount account, Random random, Journal journal) {
        var posts = new SinglePosts(name, account, new ArrayList<>(), random, journal);
        return IntStream.range(0, SHARED).mapToObj(_ -> posts.post()).toList();
    }

    void start() {
        steps.forEach(step -> workers.add(Worker.start(step, journal)));
    }

    /// Tells the clients to begin no further request.
    void stop() {
        workers.forEach(Worker::stop);
    }

    /// Waits until the clients have finished what they began.
    void join() throws InterruptedException {
        for (var worker : workers) {
            if (!worker.thread().join(PATIENCE)) {
                throw new IllegalStateException("A client does not come to an end");
            }
        }
    }
}
