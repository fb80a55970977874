package io.pipewright.engine.store;

/// Another engine opened the same database after this one.
final class StaleEpochException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleEpochException(long ours, long newest) {
        super(
                "another engine opened this project after this one (opening "
                        + newest
                        + ", this one is "
                        + ours
                        + "). Close this window or command and use the other engine");
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
