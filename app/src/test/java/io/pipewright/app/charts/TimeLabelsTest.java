package io.pipewright.app.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeLabelsTest {

    @Test
    void namesEachYearOnceOverSeveralYears() {
        assertEquals(
                List.of("2012", "", "2013", "2014"),
                TimeLabels.of(List.of("2012-01-01", "2012-07-01", "2013-01-01", "2014-02-01")));
    }

    @Test
    void addsTheYearToMonthsOnBothSidesOfNewYear() {
        assertEquals(
                List.of("Nov 2014", "", "Dec 2014", "Feb 2015"),
                TimeLabels.of(List.of("2014-11-01", "2014-11-30", "2014-12-31", "2015-02-01")));
    }

    @Test
    void namesMonthsAloneWithinAYear() {
        assertEquals(
                List.of("Jan", "Feb", "May"),
                TimeLabels.of(
                        List.of(
                                "2012-01-01 00:00:00",
                                "2012-02-01 00:00:00",
                                "2012-05-01 00:00:00")));
    }

    @Test
    void namesDaysWithinTwoMonths() {
        assertEquals(
                List.of("3 Mar", "", "4 Mar"),
                TimeLabels.of(List.of("2012-03-03T06:00", "2012-03-03T18:00", "2012-03-04T06:00")));
    }

    @Test
    void namesTheTimeWithinADay() {
        assertEquals(
                List.of("06:00", "06:30"),
                TimeLabels.of(List.of("2012-03-03T06:00:00.000Z", "2012-03-03T06:30:00.000Z")));
    }

    @Test
    void leavesLabelsAloneThatAreNoTimes() {
        assertEquals(List.of("2012-01-01", "rain"), TimeLabels.of(List.of("2012-01-01", "rain")));
    }
}
