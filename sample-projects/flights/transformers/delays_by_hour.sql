SELECT hour(scheduled)              AS hour_of_day,
       count(*)                     AS flights,
       round(avg(delay_minutes), 1) AS mean_delay
FROM {{ df_1 }}
GROUP BY ALL
ORDER BY hour_of_day
