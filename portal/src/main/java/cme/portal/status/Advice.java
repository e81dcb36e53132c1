package cme.portal.status;

import cme.portal.catalog.Guidance;
import cme.portal.compliance.Status;

import java.util.ArrayList;
import java.util.List;

/// The board's help, word for word, and where to read on.
public record Advice(String title, String text, List<Guidance.Link> links) {
    private static final String SPECIAL = "special-circumstances";
    private static final String CONTACT = "contact";

    /// The policy for those in special circumstances, and whom to ask where something was missed or
    /// has to be decided; for others nothing.
    static List<Advice> of(Status status, List<Guidance> guidance) {
        List<String> topics = new ArrayList<>();
        boolean decision = status.standing().equals("DECISION_NEEDED");
        if (decision || status.pathway().equals("SPECIAL_CIRCUMSTANCES")) {
            topics.add(SPECIAL);
        }
        if (!topics.isEmpty() || status.standing().equals("NOT_MET")) {
            topics.add(CONTACT);
        }
        return of(topics, guidance);
    }

    /// Whom to ask.
    static List<Advice> contact(List<Guidance> guidance) {
        return of(List.of(CONTACT), guidance);
    }

    private static List<Advice> of(List<String> topics, List<Guidance> guidance) {
        return topics.stream()
                .flatMap(topic -> guidance.stream().filter(one -> one.topic().equals(topic)))
                .map(one -> new Advice(one.title(), one.text(), one.links()))
                .toList();
    }
}
