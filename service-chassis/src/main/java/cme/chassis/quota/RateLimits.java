package cme.chassis.quota;

import jakarta.enterprise.context.RequestScoped;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The quotas that the request in work has drawn on, as its answer tells them.
@RequestScoped
public class RateLimits {

    private final Map<String, QuotaState> states = new LinkedHashMap<>();

    /// A later state of the same quota takes the place of an earlier one.
    public void add(QuotaState state) {
        states.put(state.quota().name(), state);
    }

    boolean isEmpty() {
        return states.isEmpty();
    }

    String policies() {
        return states.values().stream().map(QuotaState::policy).collect(Collectors.joining(", "));
    }

    String limits() {
        return states.values().stream().map(QuotaState::limit).collect(Collectors.joining(", "));
    }
}
