package io.pipewright.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.pipewright.engine.project.PipelineId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TabsViewModelTest {

    private static final Page PIPELINES = new Page.Pipelines();
    private static final Page RUNS = new Page.Runs();
    private static final Page DAILY = new Page.OnePipeline(new PipelineId("daily_weather"));

    private final TabsViewModel tabs = new TabsViewModel();

    @Test
    void opensEachPageOnce() {
        tabs.open(PIPELINES);
        tabs.open(RUNS);
        tabs.open(PIPELINES);

        assertEquals(List.of(PIPELINES, RUNS), tabs.pages());
        assertEquals(Optional.of(PIPELINES), tabs.frontProperty().get());
    }

    @Test
    void bringsANeighbourToTheFrontWhenAPageIsClosed() {
        tabs.open(PIPELINES);
        tabs.open(DAILY);
        tabs.open(RUNS);

        tabs.closeFront();
        assertEquals(Optional.of(DAILY), tabs.frontProperty().get());
        tabs.close(PIPELINES);
        tabs.closeFront();
        assertEquals(Optional.empty(), tabs.frontProperty().get());
    }

    @Test
    void turnsAroundTheEnds() {
        tabs.open(PIPELINES);
        tabs.open(RUNS);

        tabs.turn(1);
        assertEquals(Optional.of(PIPELINES), tabs.frontProperty().get());
        tabs.turn(-1);
        assertEquals(Optional.of(RUNS), tabs.frontProperty().get());
    }
}
