package cme.portal.page;

import cme.portal.services.ServiceProblem;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// A question that is on its way. The clients' time-outs bound how long an answer is waited for.
public final class Asked<T> {
    private final Future<T> answer;

    Asked(Future<T> answer) {
        this.answer = answer;
    }

    /// The answer, of a part without which there is no page.
    ///
    /// @throws ServiceProblem if the service refuses or does not answer
    public T value() {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A question failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait for an answer was interrupted", e);
        }
    }

    /// The answer, or why this part of the page is missing.
    ///
    /// @throws ServiceProblem if the service refuses: then it answers, and asking again is in vain
    public Part<T> part() {
        try {
            return new Part.Here<>(value());
        } catch (ServiceProblem problem) {
            if (problem.isOutage()) {
                return new Part.Missing<>(problem.detail());
            }
            throw problem;
        }
    }
}
