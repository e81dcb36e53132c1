package cme.portal.status;

import cme.portal.page.Part;

import java.util.List;

/// Somebody whose cycle the board has not recorded: nothing can be said yet, but what to do.
///
/// @param advice whom to ask
public record NoCyclePage(String diplomateId, Part<List<Advice>> advice) {

    public String path() {
        return StatusAddress.path(diplomateId);
    }
}
