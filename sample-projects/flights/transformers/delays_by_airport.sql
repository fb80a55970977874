SELECT iata,
       airport,
       city,
       count(*)                                            AS departures,
       round(avg(delay_minutes), 1)                        AS mean_delay,
       median(delay_minutes)                               AS median_delay,
       round(100.0 * avg((delay_minutes <= 15)::INT), 1)   AS on_time_percent
FROM {{ df_1 }} JOIN {{ df_2 }} ON origin = iata
GROUP BY ALL
HAVING departures >= {{ fewest_departures }}
ORDER BY departures DESC, iata
