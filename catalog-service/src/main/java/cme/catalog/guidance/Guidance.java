package cme.catalog.guidance;

import cme.catalog.reference.ReferenceRecord;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import java.util.List;
import java.util.stream.IntStream;

/// The board's guidance on one topic.
@Entity
class Guidance extends ReferenceRecord<GuidanceRequest, GuidanceView> {

    private String title = "";
    private String text = "";
    private List<String> steps = List.of();

    /// The titles and addresses of the links, in the same order; an empty address is not set yet.
    @Column(name = "link_titles")
    private List<String> linkTitles = List.of();

    @Column(name = "link_urls")
    private List<String> linkUrls = List.of();

    private List<String> requirements = List.of();
    private String source = "";

    /// For Hibernate.
    Guidance() {}

    Guidance(String topic) {
        super(topic);
    }

    @Override
    protected boolean says(GuidanceRequest request) {
        return new GuidanceRequest(
                        title, text, List.copyOf(steps), links(), List.copyOf(requirements), source)
                .equals(request);
    }

    @Override
    protected void take(GuidanceRequest request) {
        title = request.title();
        text = request.text();
        steps = request.steps();
        linkTitles = request.links().stream().map(GuidanceLink::title).toList();
        linkUrls =
                request.links().stream().map(link -> link.url() == null ? "" : link.url()).toList();
        requirements = request.requirements();
        source = request.source();
    }

    @Override
    protected GuidanceView view() {
        return new GuidanceView(
                code(),
                title,
                text,
                steps,
                links(),
                requirements,
                source,
                revision(),
                recordedAt());
    }

    private List<GuidanceLink> links() {
        return IntStream.range(0, linkTitles.size())
                .mapToObj(
                        i ->
                                new GuidanceLink(
                                        linkTitles.get(i),
                                        linkUrls.get(i).isEmpty() ? null : linkUrls.get(i)))
                .toList();
    }
}
