package cme.chassis.quota;

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

    private final CallLimits limits;
    private final Caller caller;

    LimitedInterceptor(CallLimits limits, Caller caller) {
        this.limits = limits;
        this.caller = caller;
    }

    @AroundInvoke
    Object count(InvocationContext call) throws Exception {
        String operation = call.getMethod().getDeclaringClass().getSimpleName();
        limits.count(call.getMethod().getName(), operation + ":" + caller.subject());
        return call.proceed();
    }
}
