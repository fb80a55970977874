package io.pipewright.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;

/// Writes into the database who owns it and which engine may write to it.
final class Ownership {

    private static final String READ =
            """
            select project_path, project_uuid, state_folder
              from engine_state
            """;

    private static final String FIRST =
            """
            insert into engine_state
                   (id, project_path, project_uuid, state_folder, epoch, opened_at, next_trigger_id)
            values (1, :path, :uuid, :folder, 1, :now, :firstTriggerId)
            """;

    private static final String NEXT =
            """
            update engine_state
               set project_path = :path,
                   project_uuid = :uuid,
                   state_folder = :folder,
                   epoch = epoch + 1,
                   opened_at = :now,
                   next_trigger_id = greatest(next_trigger_id, :firstTriggerId)
            """;

    private final StoreSettings settings;

    Ownership(StoreSettings settings) {
        this.settings = settings;
    }

    /// Makes this engine the only one that may write.
    ///
    /// @return the epoch, one more than that of the engine before
    /// @throws StoreException if the state folder belongs to another project
    long claim(Handle handle) {
        Owner owner =
                handle.createQuery(READ)
                        .map(
                                (rows, _) ->
                                        new Owner(
                                                rows.getString("project_path"),
                                                rows.getString("state_folder")))
                        .findOne()
                        .orElse(null);
        if (owner != null) refuseAnother(owner);
        handle.createUpdate(owner == null ? FIRST : NEXT)
                .bind("path", settings.owner().folder().toString())
                .bind("uuid", settings.owner().uuid().orElse(null))
                .bind("folder", folder())
                .bind("now", settings.clock().instant().atOffset(ZoneOffset.UTC))
                .bind("firstTriggerId", settings.firstTriggerId())
                .execute();
        return handle.createQuery("select epoch from engine_state").mapTo(Long.class).one();
    }

    private record Owner(String project, String stateFolder) {}

    private void refuseAnother(Owner owner) {
        Path project = settings.owner().folder();
        boolean isOurs = owner.project().equals(project.toString());
        // A copied project brings a copy of the state along, and a moved one has left its old
        // place.
        boolean isCopy = !owner.stateFolder().equals(folder());
        if (isOurs || isCopy || !Files.exists(Path.of(owner.project(), "metadata.yaml"))) return;
        throw new StoreException(
                "use the state folder " + folder() + " for the project " + project,
                "it belongs to the project "
                        + owner.project()
                        + ". Give one of the two a variables_dir of its own in its metadata.yaml",
                null);
    }

    private String folder() {
        try {
            return settings.folder().path().toRealPath().toString();
        } catch (IOException e) {
            throw new StoreException(
                    "find the state folder " + settings.folder().path(),
                    String.valueOf(e.getMessage()),
                    e);
        }
    }
}
