// The portal's own script: the question about cookies, which is asked once.

const dialog = document.querySelector('.cookies');
let answered = null;
try {
  answered = localStorage.getItem('cookies');
} catch {
  // Without storage it is asked again.
}
if (!answered) {
  dialog.show();
}
dialog.addEventListener('close', () => {
  try {
    localStorage.setItem('cookies', dialog.returnValue || 'no');
  } catch {
    // As above.
  }
});
