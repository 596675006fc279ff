namespace DataEnvGym.Sandbox.Kernel;

/// <summary>A system call that no program in the sandbox may make.</summary>
/// <param name="Name">As the kernel names it.</param>
/// <param name="X64">Its number on x86-64, if there is one.</param>
/// <param name="Arm64">Its number on arm64, if there is one.</param>
internal sealed record DeniedCall(string Name, int? X64, int? Arm64)
{
    /// <summary>What reaches other processes, mounts, namespaces, keys, the kernel's code or the clock, and memory that no limit counts. Numbers: the kernel's syscall_64.tbl and asm-generic/unistd.h.</summary>
    public static IReadOnlyList<DeniedCall> All { get; } =
    [
        // Other processes.
        new("ptrace", 101, 117), new("process_vm_readv", 310, 270), new("process_vm_writev", 311, 271), new("process_madvise", 440, 440),
        new("kcmp", 312, 272), new("pidfd_getfd", 438, 438), new("move_pages", 279, 239), new("migrate_pages", 256, 238),

        // Mounts and namespaces.
        new("mount", 165, 40), new("umount2", 166, 39), new("pivot_root", 155, 41), new("chroot", 161, 51), new("unshare", 272, 97), new("setns", 308, 268),
        new("open_tree", 428, 428), new("move_mount", 429, 429), new("fsopen", 430, 430), new("fsconfig", 431, 431), new("fsmount", 432, 432),
        new("fspick", 433, 433), new("mount_setattr", 442, 442), new("name_to_handle_at", 303, 264), new("open_by_handle_at", 304, 265),

        // Corners of the kernel where most of its holes were found.
        new("bpf", 321, 280), new("perf_event_open", 298, 241), new("userfaultfd", 323, 282), new("seccomp", 317, 277), new("fanotify_init", 300, 262),
        new("io_uring_setup", 425, 425), new("io_uring_enter", 426, 426), new("io_uring_register", 427, 427),
        new("keyctl", 250, 219), new("add_key", 248, 217), new("request_key", 249, 218), new("personality", 135, 92), new("modify_ldt", 154, null),

        // The machine.
        new("kexec_load", 246, 104), new("kexec_file_load", 320, 294), new("init_module", 175, 105), new("finit_module", 313, 273), new("delete_module", 176, 106),
        new("reboot", 169, 142), new("swapon", 167, 224), new("swapoff", 168, 225), new("acct", 163, 89), new("quotactl", 179, 60), new("quotactl_fd", 443, 443),
        new("syslog", 103, 116), new("iopl", 172, null), new("ioperm", 173, null), new("settimeofday", 164, 170), new("clock_settime", 227, 112),
        new("clock_adjtime", 305, 266), new("adjtimex", 159, 171), new("sethostname", 170, 161), new("setdomainname", 171, 162), new("vhangup", 153, 58),

        // Memory outside the work folder and the address space.
        new("memfd_create", 319, 279), new("memfd_secret", 447, 447), new("shmget", 29, 194), new("shmat", 30, 196), new("semget", 64, 190),
        new("msgget", 68, 186), new("mq_open", 240, 180),
    ];
}
