package cme.system.faults;

/// The activities, diplomates and cycles that the clients work on.
final class SampleRecords {

    private SampleRecords() {}

    static void enter(FaultSystem plant) {
        var credit = plant.board(plant.credit().getFirst());
        Courses.offer(plant.board(plant.catalog()));
        Diplomates.introduce(credit);
        Diplomates.enrol(plant.board(plant.compliance().getFirst()));
        Courses.awaitIn(credit);
    }
}
