package cme.chassis.http;

import java.util.List;

/// An answer with several things, which the access record counts.
public interface Listing {

    List<?> items();
}
