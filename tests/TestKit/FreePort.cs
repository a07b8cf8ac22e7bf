using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MemoCoach.TestKit;

/// <summary>
/// A port that nothing listens on, for programs that cannot bind port 0. It comes from below the range that the
/// operating system hands out to outgoing connections, so that none of those takes it before the program does.
/// </summary>
public static class FreePort
{
    private const int First = 15_000;
    private const int Last = 32_000;
    private static readonly ConcurrentDictionary<int, bool> HandedOut = new();

    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            if (HandedOut.TryAdd(port, true) && IsFree(port))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
