/** The page that "leave" leads to: the days of this month, in numbers, Monday first. Nothing in it is of the guide. */
const now = new Date();
const [year, month] = [now.getFullYear(), now.getMonth()];
const monthInNumbers = `${year}-${String(month + 1).padStart(2, '0')}`;
const beforeFirst = (new Date(year, month, 1).getDay() + 6) % 7;
const lastDay = new Date(year, month + 1, 0).getDate();

document.title = monthInNumbers;
for (const heading of document.querySelectorAll('h1')) heading.textContent = monthInNumbers;
for (const table of document.querySelectorAll('table')) fill(table);

function fill(table: HTMLTableElement): void {
  for (let monday = 1 - beforeFirst; monday <= lastDay; monday += 7) {
    const week = table.insertRow();
    for (let day = monday; day < monday + 7; day++) {
      const cell = week.insertCell();
      if (day > 0 && day <= lastDay) cell.textContent = String(day);
      if (day === now.getDate()) cell.setAttribute('aria-current', 'date');
    }
  }
}

export {};
