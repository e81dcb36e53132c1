package cme.portal.signin;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;

import jakarta.inject.Singleton;

/// A script whose session is over gets 499 and keeps what was typed; a page is led to the sign-in.
@Singleton
class ScriptRequests implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return "true".equals(context.request().getHeader("HX-Request"))
                || "script".equals(context.request().getHeader("X-Requested-By"));
    }
}
