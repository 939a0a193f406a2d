// Loaded into Pantau before its own code. When the process that started it is gone, even by SIGKILL, the channel
// between the two closes, and Pantau stops as cleanly as after Ctrl-C, with its database.
process.channel?.unref();
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
