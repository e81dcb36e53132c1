package cme.chassis.database;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import java.time.Instant;

/// A record of the tests. Titles are unique.
@Entity
class Article extends RevisedRecord {

    @Id private String code = "";
    private String title = "";

    protected Article() {}

    Article(String code, String title, Instant now, String by) {
        this.code = code;
        rename(title, now, by);
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    final void rename(String newTitle, Instant now, String by) {
        title = newTitle;
        recorded(now, by);
    }
}
