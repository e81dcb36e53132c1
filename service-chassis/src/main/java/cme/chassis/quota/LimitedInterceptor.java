package cme.chassis.quota;

import cme.chassis.ChassisConfig;
import cme.chassis.http.Caller;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/// Counts the calls of the [Limited] operations by caller, each operation for itself.
@Limited
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class LimitedInterceptor {

    private final Quotas quotas;
    private final RateLimits limits;
    private final Caller caller;
    private final int callsPerMinute;

    LimitedInterceptor(Quotas quotas, RateLimits limits, Caller caller, ChassisConfig config) {
        this.quotas = quotas;
        this.limits = limits;
        this.caller = caller;
        this.callsPerMinute = config.quota().callsPerMinute();
    }

    @AroundInvoke
    Object count(InvocationContext call) throws Exception {
        Quota quota = Quota.perMinute(call.getMethod().getName(), callsPerMinute);
        String operation = call.getMethod().getDeclaringClass().getSimpleName();
        QuotaState state = quotas.take(quota, operation + ":" + caller.subject(), 1);
        limits.add(state);
        if (!state.granted()) {
            throw new QuotaExceeded(
                    state,
                    "This is asked at most %d times a minute. Nothing was done."
                            .formatted(callsPerMinute));
        }
        return call.proceed();
    }
}
