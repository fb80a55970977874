import { Table } from 'pipewright';

// Days that are far from what Seattle is used to.
export default function flagExtremes(weather) {
  const extremes = [];
  for (const day of weather.rows()) {
    const reasons = [];
    if (day.temp_max >= 33) reasons.push('hot');
    if (day.temp_min <= -4) reasons.push('cold');
    if (day.rain >= 35) reasons.push('wet');
    if (day.wind >= 8.5) reasons.push('windy');
    if (reasons.length > 0) extremes.push({ ...day, reason: reasons.join(', ') });
  }
  console.log(`${extremes.length} extreme days`);
  return Table.fromRows(extremes);
}
