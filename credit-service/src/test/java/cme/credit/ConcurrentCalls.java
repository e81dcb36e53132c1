package cme.credit;

import io.restassured.response.Response;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Calls of several clients at the same time.
public final class ConcurrentCalls {
    private ConcurrentCalls() {}

    /// The work of one caller; callers are numbered from 0.
    public interface Client {
        Response call(int number) throws Exception;
    }

    /// Their answers, in the order of their numbers.
    public static List<Response> call(int clients, Client client) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Response>> calls = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                calls.add(() -> client.call(number));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> answer : threads.invokeAll(calls)) {
                answers.add(answered(answer));
            }
            return answers;
        }
    }

    private static Response answered(Future<Response> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
