import { Table } from 'pipewright';

const GRADES = [
  { grade: 'A', from: 85 },
  { grade: 'B', from: 80 },
  { grade: 'C', from: 75 },
  { grade: 'D', from: 0 },
];

// A school grade for each airport, by its share of flights that left on time.
export default function rateAirports(airports) {
  const rated = [...airports.rows()].map((airport) => ({
    iata: airport.iata,
    airport: airport.airport,
    on_time_percent: airport.on_time_percent,
    grade: GRADES.find(({ from }) => airport.on_time_percent >= from).grade,
  }));
  console.log(`${rated.filter(({ grade }) => grade === 'A').length} airports with an A`);
  return Table.fromRows(rated);
}
