package cme.chassis.chain;

import cme.chassis.chain.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Walks the chain from its first block and compares the log with it, some blocks in each step.
final class BlockCheck implements Check {

    /// Entries in a step, unless one block has more. The blocks of a quiet log have one entry each.
    private static final int ENTRIES = 1_000;

    /// Entries that were added to a block are named up to this number.
    private static final int MAX_ADDED = 1_000;

    private final Blocks blocks;
    private Block.End end = Block.End.NONE;

    /// Entries below the first number would be in no block.
    private long readUpTo = Long.MIN_VALUE;

    BlockCheck(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public Counted counted() {
        return Counted.ENTRIES;
    }

    @Override
    public String place() {
        return "event_log";
    }

    @Override
    public Set<String> places() {
        return Set.of(place(), "event_log_block");
    }

    @Override
    public Step step(Handle handle) {
        List<Block> next = blocks.after(handle, end.number(), ENTRIES);
        int limit = MAX_ADDED + next.stream().mapToInt(block -> block.leaves().size()).sum();
        NavigableMap<Long, LogEntry> entries =
                next.isEmpty() ? new TreeMap<>() : entries(handle, next, limit);
        if (entries.size() == limit && next.size() > 1) {
            // So many were added that those of the later blocks were not read.
            next = List.of(next.getFirst());
            entries = entries(handle, next, next.getFirst().leaves().size() + MAX_ADDED);
        }
        var findings = new ArrayList<Finding>();
        long checked = 0;
        for (Block block : next) {
            findings.addAll(compare(block, entries));
            checked += block.leaves().size();
        }
        return new Step(checked, next.isEmpty(), findings);
    }

    private NavigableMap<Long, LogEntry> entries(Handle handle, List<Block> next, int limit) {
        long last = next.stream().mapToLong(Block::lastSeq).max().orElseThrow();
        var entries = new TreeMap<Long, LogEntry>();
        blocks.entries(handle, readUpTo, last, limit)
                .forEach(entry -> entries.put(entry.seq(), entry));
        return entries;
    }

    /// @param entries of this block and of later ones, by their numbers; those of this one are
    ///   removed
    private List<Finding> compare(Block block, NavigableMap<Long, LogEntry> entries) {
        var findings = new ArrayList<Finding>();
        if (!block.follows(end)) {
            findings.add(
                    Finding.ofBlock(
                            block.number(),
                            "Block %d does not follow from block %d."
                                    .formatted(block.number(), end.number())));
        }
        findings.addAll(differences(block, entries.headMap(block.lastSeq(), true)));
        entries.headMap(block.lastSeq(), true).clear();
        // The rest of the chain is compared with what the block says, so that only the first
        // broken one is named.
        end = block.end();
        readUpTo = Math.max(readUpTo, block.lastSeq());
        return findings;
    }

    private static List<Finding> differences(Block block, Map<Long, LogEntry> entries) {
        Map<Long, LogEntry> found = new HashMap<>(entries);
        var findings = new ArrayList<Finding>();
        for (Block.Leaf leaf : block.leaves()) {
            LogEntry entry = found.remove(leaf.seq());
            if (entry == null) {
                findings.add(missing(leaf));
            } else if (!Arrays.equals(leaf.hash(), entry.leaf())) {
                findings.add(changed(block, entry));
            }
        }
        found.values().stream().map(BlockCheck::added).forEach(findings::add);
        return findings;
    }

    private static Finding missing(Block.Leaf leaf) {
        return Finding.ofEntry(
                Kind.ENTRY_MISSING, leaf.seq(), "", "Entry %d is gone.".formatted(leaf.seq()));
    }

    private static Finding added(LogEntry entry) {
        return Finding.ofEntry(
                Kind.ENTRY_ADDED,
                entry.seq(),
                entry.key(),
                "Entry %d was added after its block was chained.".formatted(entry.seq()));
    }

    private static Finding changed(Block block, LogEntry entry) {
        Optional<Block.Leaf> origin =
                block.leaves().stream()
                        .filter(leaf -> leaf.seq() != entry.seq())
                        .filter(leaf -> Arrays.equals(leaf.hash(), entry.at(leaf.seq()).leaf()))
                        .findFirst();
        return origin.map(
                        leaf ->
                                Finding.ofEntry(
                                        Kind.ENTRY_MOVED,
                                        entry.seq(),
                                        entry.key(),
                                        "Entry %d was number %d when it was chained."
                                                .formatted(entry.seq(), leaf.seq())))
                .orElseGet(
                        () ->
                                Finding.ofEntry(
                                        Kind.ENTRY_ALTERED,
                                        entry.seq(),
                                        entry.key(),
                                        "Entry %d was altered.".formatted(entry.seq())));
    }
}
