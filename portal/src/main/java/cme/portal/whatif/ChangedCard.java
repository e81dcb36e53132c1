package cme.portal.whatif;

import cme.portal.compliance.Finding;
import cme.portal.page.Formats;
import cme.portal.page.Look;
import cme.portal.page.Names;
import cme.portal.status.RequirementCard;

import org.jspecify.annotations.Nullable;

/// One requirement of one deadline before and after what is supposed.
///
/// @param earnedBefore the large number as it is now; null where it stays
/// @param card as it would be
public record ChangedCard(Look before, @Nullable String earnedBefore, RequirementCard card) {

    static ChangedCard of(@Nullable Finding before, Finding after, Names names, Formats formats) {
        boolean grows =
                before != null
                        && before.unit().equals("CREDIT")
                        && before.earned().compareTo(after.earned()) != 0;
        return new ChangedCard(
                Look.of(before == null ? after.state() : before.state()),
                grows ? formats.shortCredits(before.earned()) : null,
                RequirementCard.of(after, names, formats));
    }
}
