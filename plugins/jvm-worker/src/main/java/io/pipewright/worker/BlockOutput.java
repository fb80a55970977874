package io.pipewright.worker;

/// Lines that a kernel itself adds to the block's log, between what the author's code prints.
public final class BlockOutput {

    private BlockOutput() {}

    public static void line(String text) {
        System.out.println(text);
    }
}
