// Before anything is drawn: the theme that was chosen, so that the page does not flash.
const theme = localStorage.getItem('theme');
if (theme) document.documentElement.dataset.theme = theme;
