package io.pipewright.app.data;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import io.pipewright.app.fake.FakeSession;
import io.pipewright.app.fake.FakeWindow;
import io.pipewright.app.fx.FxBackground;
import io.pipewright.app.live.ProjectConnection;
import io.pipewright.engine.project.BlockId;
import io.pipewright.engine.project.PipelineId;
import io.pipewright.engine.run.OutputInfo.ColumnInfo;
import io.pipewright.engine.variable.VariableKey;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The fake session refuses to answer on the FX thread: rows that are seen were read elsewhere.
@ExtendWith(ApplicationExtension.class)
class MillionRowsTest {

    private static final int ROWS = 1_000_000;
    private static final List<ColumnInfo> COLUMNS =
            IntStream.range(0, 30)
                    .mapToObj(
                            column ->
                                    new ColumnInfo("c" + column, column == 0 ? "BIGINT" : "DOUBLE"))
                    .toList();

    private final FakeSession session = FakeWindow.session();

    @Start
    void start(Stage stage) {
        session.withTable(COLUMNS, ROWS);
        var connection =
                new ProjectConnection(session, new FxBackground(), session.clock(), ZoneOffset.UTC);
        var key = new VariableKey(new PipelineId("p"), "1/x", new BlockId("b"), "output_0");
        var viewModel = new OutputTableViewModel(connection, key, COLUMNS, ROWS);
        stage.setScene(
                new Scene(new StackPane(new OutputTableView(viewModel, 10).node()), 900, 500));
        stage.show();
    }

    @Test
    void showsTheFirstRowsAndThoseFarDown(FxRobot robot) throws TimeoutException {
        waitFor(5, SECONDS, () -> shows(robot, "9"));

        robot.interact(() -> table(robot).scrollTo(900_000));

        waitFor(5, SECONDS, () -> shows(robot, "900003"));
    }

    @Test
    void asksForFewPagesOnALongDragOfTheScrollBar(FxRobot robot) throws TimeoutException {
        waitFor(5, SECONDS, () -> shows(robot, "9"));

        for (int row = 0; row < ROWS; row += 10_000) {
            int to = row;
            robot.interact(() -> table(robot).scrollTo(to));
        }
        waitFor(5, SECONDS, () -> shows(robot, "990003"));

        assertTrue(
                session.pagesAsked() < 250, () -> session.pagesAsked() + " pages were asked for");
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup(".data-right").queryAll().stream()
                .anyMatch(
                        node ->
                                node instanceof TableCell<?, ?> cell
                                        && text.equals(cell.getText()));
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup(".data-table").queryAs(TableView.class);
    }
}
