package cme.portal.page;

import cme.portal.signin.Visitor;

import io.vertx.core.http.HttpServerRequest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import java.time.Clock;
import java.time.LocalDate;

/// The parts around every page, and how this reader's region writes dates.
@Named("frame")
@RequestScoped
public class Frame {
    private final Visitor visitor;
    private final Formats formats;
    private final Clock clock;

    Frame(Visitor visitor, HttpServerRequest request, PortalConfig config, Clock clock) {
        this.visitor = visitor;
        this.formats = Formats.of(request.getHeader("Accept-Language"), config.zone());
        this.clock = clock;
    }

    public Visitor visitor() {
        return visitor;
    }

    public Formats formats() {
        return formats;
    }

    /// The board's day.
    public LocalDate today() {
        return formats.day(clock.instant());
    }

    public Navigation navigation() {
        return Navigation.of(visitor);
    }

    public String language() {
        return formats.locale().toLanguageTag();
    }
}
