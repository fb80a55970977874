SELECT date_trunc('month', measured_on)::DATE AS month,
       round(sum(rain), 1)            AS rain_mm,
       round(avg(temp_max), 1)        AS warmest,
       round(avg(temp_min), 1)        AS coldest,
       count(*) FILTER (rain > 0)     AS wet_days
FROM {{ df_1 }}
GROUP BY ALL
ORDER BY month
